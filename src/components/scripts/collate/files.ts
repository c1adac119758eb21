/** Text files that are chosen or dropped on a field. */

/** Larger files are not read: no text of this many bytes is short enough to be compared. */
const largest = 8_000_000 // bytes

export interface FileFieldOptions {
  /** Says why a text cannot be used, or nothing. */
  readonly refuse: (text: string) => string | undefined
  /** Tells people what became of their file. */
  readonly say: (sentence: string) => void
  /** What a file that is too large is not, and what to do. */
  readonly advice: string
  /** Called when the text of a file is in the field. */
  readonly taken?: (file: File) => void
}

/** Lets a field take a text file; what is no text, or cannot be read, is refused in a sentence and leaves the field as it is. */
export function takeFiles(field: HTMLElement, {refuse, say, advice, taken}: FileFieldOptions): void {
  const area = field.querySelector('textarea')
  const input = field.querySelector<HTMLInputElement>('input[type="file"]')
  if (area === null || input === null) return

  const take = async (file: File | undefined) => {
    if (file === undefined) return
    if (file.size > largest) {
      return say(`“${file.name}” was not read: it has ${megabytes(file.size)} MB, ${advice}`)
    }
    // A folder can be dropped, and a file can have gone.
    const bytes = await file.arrayBuffer().catch(() => undefined)
    if (bytes === undefined) return say(`“${file.name}” was not read: the browser could not open it.`)
    const text = new TextDecoder().decode(bytes)
    const refusal = refuse(text)
    if (refusal !== undefined) return say(`“${file.name}”: ${refusal}`)
    area.value = text
    say(`“${file.name}” is in the field.`)
    taken?.(file)
  }

  input.addEventListener('change', () => {
    // Emptied, so that the same file can be chosen again after it was changed.
    void take(input.files?.[0]).then(() => (input.value = ''))
  })
  field.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    field.classList.add('over')
  })
  field.addEventListener('dragleave', (event) => {
    if (!(event.relatedTarget instanceof Node && field.contains(event.relatedTarget))) field.classList.remove('over')
  })
  field.addEventListener('drop', (event) => {
    field.classList.remove('over')
    const file = event.dataTransfer?.files[0]
    // Dropped words go where they are dropped, as everywhere.
    if (file === undefined) return
    event.preventDefault()
    void take(file)
  })
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
