import footnote from 'markdown-it-footnote'

export default function (config) {
  config.amendLibrary('md', (md) => md.use(footnote))
  config.addCollection('mentions', (api) => {
    const found = {}
    for (const page of api.getFilteredByGlob('content/statements/*.md')) {
      for (const term of page.data.terms ?? []) (found[term] ??= []).push({url: page.url, title: page.data.title})
    }
    return found
  })
}

export const config = {
  dir: {input: 'content', output: '_site', includes: '../_includes'},
  // The text has no templates in it.
  markdownTemplateEngine: false,
}
