import {mentions} from './mentions.js'

export default {
  title: 'Edition',
  url: 'https://example.org',
  baseUrl: '/',
  future: {v4: true},
  onBrokenLinks: 'throw',
  // Anchors within a paragraph are not known to the generator.
  onBrokenAnchors: 'ignore',
  presets: [
    [
      'classic',
      {
        blog: false,
        docs: {routeBasePath: '/', sidebarPath: './sidebars.js', remarkPlugins: [mentions]},
        sitemap: false,
      },
    ],
  ],
  themeConfig: {
    navbar: {
      title: 'Edition',
      items: [
        {to: '/statements/', label: 'Statements'},
        {to: '/glossary/', label: 'Terms'},
      ],
    },
  },
}
