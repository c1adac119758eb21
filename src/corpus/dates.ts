/** In English, from January. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A date of the edition in words: `2024-10-31` is 31 October 2024, `2024-10` October 2024, `2024` 2024. */
export function dateInWords(date: string): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const name = months[Number(month) - 1] ?? month
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}
