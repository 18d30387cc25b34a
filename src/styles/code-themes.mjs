/**
 * How code is coloured: hardly. Words of the language are bold, strings take the accent, comments step back.
 * The four meanings' colours are never used: in a drawing they say something, in code they would not.
 */
const theme = (name, type, { ink, faint, accent, shade }) => ({
  name,
  type,
  colors: { 'editor.background': shade, 'editor.foreground': ink },
  settings: [
    { settings: { background: shade, foreground: ink } },
    {
      scope: ['comment', 'punctuation.definition.comment'],
      settings: { foreground: faint },
    },
    { scope: ['string', 'constant.other.symbol'], settings: { foreground: accent } },
    {
      scope: ['string.unquoted', 'constant.other.option'],
      settings: { foreground: ink },
    },
    {
      scope: [
        'keyword.control',
        'keyword.other',
        'storage',
        'entity.name.section',
        'entity.name.tag',
      ],
      settings: { fontStyle: 'bold' },
    },
  ],
});

/** By day and by night; the values are those of tokens.css. */
export const codeThemes = [
  theme('slate', 'dark', { ink: '#ece8dd', faint: '#a0a3a0', accent: '#e8c170', shade: '#272e33' }),
  theme('paper', 'light', {
    ink: '#22262c',
    faint: '#6b675c',
    accent: '#8a4f06',
    shade: '#f2ecdd',
  }),
];
