import {settings} from './settings.ts'

/**
 * A page of the host that keeps the files.
 *
 * @param to `edit` opens the file for editing, `suggest` a new issue
 * @returns `undefined` where the settings name no host
 */
export function repositoryLink(
  to: 'edit' | 'suggest',
  path: string,
  repository: string = settings.repository,
): string | undefined {
  if (repository === '') return undefined
  return to === 'edit' ? `${repository}/edit/main/${path}` : `${repository}/issues/new`
}
