import {settings} from './settings.ts'

/**
 * A page of the host that keeps the files.
 *
 * @param to `edit` opens the file for editing, `read` for reading, `suggest` a new issue
 * @returns `undefined` where the settings name no host
 */
export function repositoryLink(
  to: 'edit' | 'read' | 'suggest',
  path: string,
  repository: string = settings.repository,
): string | undefined {
  if (repository === '') return undefined
  if (to === 'suggest') return `${repository}/issues/new`
  return `${repository}/${to === 'edit' ? 'edit' : 'blob'}/main/${path}`
}
