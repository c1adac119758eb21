/**
 * Reads a file of the site as a JSON module, which every current engine imports; the browser keeps it.
 *
 * @throws where it could not be loaded
 */
export async function importJson(address: string): Promise<unknown> {
  const {default: value} = (await import(/* @vite-ignore */ address, {with: {type: 'json'}})) as {default: unknown}
  return value
}
