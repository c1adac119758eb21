import type {MarkdownInstance} from 'astro'

/** The page of one rule. */
export interface RulePage {
  readonly id: string
  readonly Content: MarkdownInstance<object>['Content']
}

const modules = import.meta.glob<MarkdownInstance<object>>('../check/rules/*.md', {eager: true})

/** Every rule page, by id. A page is the file beside the rule; its examples are the rule's tests. */
export const rulePages: readonly RulePage[] = Object.entries(modules)
  .map(([path, {Content}]) => ({id: path.slice(path.lastIndexOf('/') + 1, -'.md'.length), Content}))
  .sort((a, b) => (a.id < b.id ? -1 : 1))
