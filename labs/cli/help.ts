/** What `womm --help` prints. */
export const HELP = `womm: the engines of "Works on My Machine" at a prompt
`;
