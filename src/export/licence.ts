/** Under which the text of the edition may be used. */
export const licence = 'https://creativecommons.org/licenses/by/4.0/'
