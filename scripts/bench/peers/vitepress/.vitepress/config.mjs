import {readFileSync, readdirSync} from 'node:fs'
import footnote from 'markdown-it-footnote'
import {defineConfig} from 'vitepress'

/** The statements that name each term. */
const mentions = new Map()
for (const name of readdirSync('statements')) {
  const text = readFileSync(`statements/${name}`, 'utf8')
  const title = JSON.parse(/^title: (.*)$/m.exec(text)[1])
  const terms = /^terms: \[(.*)\]$/m.exec(text)?.[1].split(', ') ?? []
  for (const term of terms) {
    const path = `glossary/${term}.md`
    mentions.set(path, [...(mentions.get(path) ?? []), {link: `/statements/${name.replace('.md', '.html')}`, title}])
  }
}

export default defineConfig({
  title: 'Edition',
  markdown: {config: (md) => md.use(footnote)},
  transformPageData(page) {
    const own = mentions.get(page.relativePath)
    if (own !== undefined) page.frontmatter.mentions = own
  },
  themeConfig: {
    nav: [
      {text: 'Statements', link: '/statements/'},
      {text: 'Terms', link: '/glossary/'},
    ],
    search: {provider: 'local'},
  },
})
