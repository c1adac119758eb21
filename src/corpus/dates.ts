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

/** The form of a year, a month or a day; whether there is such a day, it does not tell. */
export const datePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** A date of the edition in words: `2024-10-31` is 31 October 2024, `2024-10` October 2024, `2024` 2024. */
export function dateInWords(date: string): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const name = months[Number(month) - 1] ?? month
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** First day of a year, a month or a day: `2024-10` begins on `2024-10-01`. */
export function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** Last day of a year, a month or a day: `2024-02` ends on `2024-02-29`. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`
  if (date.length > 7) return date
  const [year, month] = date.split('-').map(Number)
  // Day 0 of the next month.
  return `${date}-${new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate()}`
}

/** Whether a text is a day that there is: `2024-02-30` has the form of one and is none. */
export function isDay(text: string): boolean {
  return text.length === 10 && datePattern.test(text) && text <= lastDay(text.slice(0, 7))
}

/** What to write for a date that is in another form, or that there is not. */
export function dateExpected(text: string): string {
  if (text.length === 10 && datePattern.test(text))
    return `a day that there is: ${dateInWords(text.slice(0, 7))} ends on \`${lastDay(text.slice(0, 7))}\``
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\.?$/.exec(text) ?? []
  const [, dayBefore = '', name = '', dayAfter = '', ofYear = ''] =
    /^(?:(\d{1,2}) )?([A-Z][a-z]+)(?: (\d{1,2}),)? (\d{4})$/.exec(text) ?? []
  const number = months.indexOf(name) + 1
  const parts = number > 0 ? [ofYear, String(number), dayBefore || dayAfter] : [year, month, day]
  const date = parts
    .filter((part) => part !== '')
    .map((part) => part.padStart(2, '0'))
    .join('-')
  return datePattern.test(date) ? `\`${date}\`` : 'a date: 2024, 2024-10 or 2024-10-31'
}
