import {getCollection} from 'astro:content'

export interface Mention {
  readonly id: string
  readonly title: string
}

/** The pages that name each term, read once. */
export const mentions = getCollection('docs').then((pages) => {
  const found = new Map<string, Mention[]>()
  for (const {id, data} of pages) {
    for (const term of data.terms ?? []) {
      const list = found.get(`glossary/${term}`) ?? []
      list.push({id, title: data.title})
      found.set(`glossary/${term}`, list)
    }
  }
  return found
})
