/** Copies a text and says so, or says what to do where the browser does not let a page copy. */
export async function copy(text: string, status: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    status.textContent = 'Copied.'
  } catch {
    status.textContent = 'This browser does not let a page copy. Select the text and copy it.'
  }
}
