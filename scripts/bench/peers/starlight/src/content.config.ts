import {docsLoader} from '@astrojs/starlight/loaders'
import {docsSchema} from '@astrojs/starlight/schema'
import {defineCollection} from 'astro:content'
import {z} from 'astro/zod'

export const collections = {
  docs: defineCollection({
    loader: docsLoader(),
    schema: docsSchema({extend: z.object({date: z.coerce.date().optional(), terms: z.array(z.string()).optional()})}),
  }),
}
