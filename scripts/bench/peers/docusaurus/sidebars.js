// All pages in the sidebar of all pages would grow with the square of the edition.
export default {edition: ['index', 'statements/index', 'glossary/index']}
