/** Gives a text to the browser as a file to be saved. */
export function saveFile(name: string, text: string, type: 'application/json' | 'text/plain'): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], {type}))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
