import {defineCollection, reference} from 'astro:content'
import {glob} from 'astro/loaders'
import {z} from 'astro/zod'

const statements = defineCollection({
  loader: glob({pattern: '**/*.mdx', base: './src/content/statements'}),
  schema: z.object({
    title: z.string(),
    date: z.coerce.date(),
    description: z.string(),
    terms: z.array(reference('glossary')),
  }),
})

const glossary = defineCollection({
  loader: glob({pattern: '**/*.mdx', base: './src/content/glossary'}),
  schema: z.object({title: z.string()}),
})

export const collections = {statements, glossary}
