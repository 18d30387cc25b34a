import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { labTexts } from './src/lab-texts.ts';
import english from './content/i18n/en.json' with { type: 'json' };

type Word = keyof typeof english;
type Words = Record<Word, z.ZodOptional<z.ZodString>>;

/** The words on buttons: whatever English names, every language may name. */
// `as`: fromEntries forgets the keys it was given, and `t('…')` is checked against them.
const words = z.object(
  Object.fromEntries(Object.keys(english).map((word) => [word, z.string().optional()])) as Words,
);

/** What a chapter says about itself, besides its title. */
const chapter = z.object({
  /** Measured reading and doing time. */
  minutes: z.number().int().positive().optional(),
  /** In a translation: which English text it was made from (a hash), so that stale ones are seen. */
  source: z.string().optional(),
});

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: chapter }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema({ extend: words }) }),
  labs: defineCollection({
    loader: labTexts(),
    schema: z.object({ title: z.string(), html: z.record(z.string(), z.string()) }),
  }),
};
