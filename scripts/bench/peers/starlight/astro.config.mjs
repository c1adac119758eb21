import starlight from '@astrojs/starlight'
import {defineConfig} from 'astro/config'

export default defineConfig({
  site: 'https://example.org',
  integrations: [
    starlight({
      title: 'Edition',
      // All pages in the sidebar of all pages would grow with the square of the edition.
      sidebar: [
        {label: 'Statements', link: '/statements/'},
        {label: 'Terms', link: '/glossary/'},
      ],
      components: {Footer: './src/components/Footer.astro'},
    }),
  ],
})
