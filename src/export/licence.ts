/** What the text of the edition may be used under. */
export const licence = {
  /** As SPDX and the Open Definition call it. */
  name: 'CC-BY-4.0',
  /** As readers call it. */
  short: 'CC BY 4.0',
  title: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const
