import {readFileSync, readdirSync} from 'node:fs'

/** Puts the statements that name a term under its text. */
export function mentions() {
  const found = new Map()
  for (const name of readdirSync('docs/statements')) {
    const text = readFileSync(`docs/statements/${name}`, 'utf8')
    const title = JSON.parse(/^title: (.*)$/m.exec(text)[1])
    for (const term of /^terms: \[(.*)\]$/m.exec(text)?.[1].split(', ') ?? []) {
      found.set(term, [...(found.get(term) ?? []), {title, url: `/statements/${name.replace('.md', '')}`}])
    }
  }
  const paragraph = (...children) => ({type: 'paragraph', children})
  return (tree, file) => {
    const own = found.get(/\/glossary\/([\w-]+)\.md$/.exec(file.path)?.[1])
    if (own === undefined) return
    const links = own.map(({title, url}) => ({type: 'link', url, children: [{type: 'text', value: title}]}))
    const items = links.map((link) => ({type: 'listItem', children: [paragraph(link)]}))
    tree.children.push(
      {type: 'heading', depth: 2, children: [{type: 'text', value: 'Mentioned in'}]},
      {type: 'list', ordered: false, children: items},
    )
  }
}
