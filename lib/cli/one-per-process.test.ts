import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { roomOf } from '@/lib/rooms'
import { onePerProcess } from './one-per-process.mjs'

/** What stands in a module although it changes, and why it may be there several times in a process. */
const MAY_BE_SEVERAL: Readonly<Record<string, string>> = {
  'lib/env.ts parsed': 'the same settings each time',
  'lib/data/sql.ts STATEMENTS': 'whatever that module declares',
  'app/api/auth/[...nextauth]/options.ts calls': 'of one call, within the one route',
}

/** Files that Next.js bundles: not what runs in a process that has each module once (commands, jobs), nor the scripts of processes of their own. */
const FILES = ['app', 'lib'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|fixtures|generated/.test(file) && isBundled(file)),
)

function isBundled(file: string): boolean {
  const room = roomOf(file)
  return Boolean(room?.isServer && room.may && room.path !== 'lib/jobs')
}

test('no module that is bundled keeps for itself what must be one in a process', () => {
  expect(FILES.length).toBeGreaterThan(200)
  const kept = FILES.flatMap((file) => keptIn(readFileSync(file, 'utf8'), file).map((name) => `${file} ${name}`))
  expect(kept.sort()).toEqual(Object.keys(MAY_BE_SEVERAL).sort())
})

test('no two modules give different things the same name', () => {
  const names = FILES.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/onePerProcess\(\s*'([^']+)'/g)].map(([, name = '']) => name),
  )
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test.each([
  ['let count = 0', 'count'],
  ['const seen = new Map<string, number>()', 'seen'],
  ['const seen: string[] = []\nexport const note = (one: string) => seen.push(one)', 'seen'],
  ['const TURNS = new Set(["a"])\nexport const next = () => TURNS.delete("a")', 'TURNS'],
  ['const state = { busy: 0 }\nexport function enter() {\n  state.busy += 1\n}', 'state'],
  ['const state = { busy: 0 }\nexport function enter() {\n  state.busy++\n}', 'state'],
  ['const shared = globalThis as { sapa?: object }\nexport const set = () => {\n  shared.sapa ??= {}\n}', 'shared'],
  ['const inside = new AsyncLocalStorage<true>()', 'inside'],
  ['export const room = openRoom(1)', 'room'],
  ['const MAX = 5\nconst NAMES = new Map([["a", 1]])\nconst URLS = [new URL("x:y")]\nlet later: number\n', 'later'],
])('%j is found', (text, name) => {
  expect(keptIn(text)).toEqual([name])
})

test.each([
  'const MAX = 5\nconst NAMES = new Map([["a", 1]])\nexport const of = (name: string) => NAMES.get(name)',
  'const held = onePerProcess("held", () => new Map<string, number>())\nexport const hold = (name: string) => held.set(name, 1)',
  'export function count() {\n  let n = 0\n  const seen = new Map()\n  seen.set("a", n++)\n}',
])('%j is nothing', (text) => {
  expect(keptIn(text)).toEqual([])
})

test('what is asked for twice is made once', () => {
  const made = [1, 2].map((n) => onePerProcess('uji', () => ({ n })))
  expect(made).toEqual([{ n: 1 }, { n: 1 }])
  expect(made[0]).toBe(made[1])
})

/** Names at the top of a module whose value changes, or holds something that does. */
function keptIn(text: string, file = 'module.ts'): string[] {
  const module = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const declared = module.statements.flatMap((one) => (ts.isVariableStatement(one) ? one.declarationList.declarations : []))
  const changed = changedIn(module)
  return declared.filter((one) => isState(one) || (changed.has(one.name.getText()) && !isShared(one))).map(({ name }) => name.getText())
}

const STATELESS = /^(?:Map|Set|RegExp|URL|Text(?:En|De)coder|Intl\..*)$/

/** Can change by itself: a variable, an empty collection, an object of a class, what an `openX` makes. */
function isState({ parent, initializer }: ts.VariableDeclaration): boolean {
  if (!(parent.flags & ts.NodeFlags.Const)) return true
  if (!initializer) return false
  if (ts.isNewExpression(initializer)) return !STATELESS.test(initializer.expression.getText()) || !initializer.arguments?.length
  return ts.isCallExpression(initializer) && /^open[A-Z]/.test(initializer.expression.getText())
}

const isShared = ({ initializer }: ts.VariableDeclaration) =>
  Boolean(initializer && ts.isCallExpression(initializer) && initializer.expression.getText() === 'onePerProcess')

const CHANGES = /^(?:set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill)$/

const ASSIGNS = /^(?:[^=!<>]{0,3}|<<|>>)=$/

/** Names of which something is assigned, counted up or called that changes it. */
function changedIn(module: ts.SourceFile): Set<string> {
  const changed = new Set<string>()
  const look = (node: ts.Node): void => {
    const target = targetOf(node)
    if (target) changed.add(rootOf(target))
    node.forEachChild(look)
  }
  look(module)
  return changed
}

function targetOf(node: ts.Node): ts.Expression | null {
  if (ts.isBinaryExpression(node) && ASSIGNS.test(node.operatorToken.getText())) return node.left
  if (ts.isPostfixUnaryExpression(node)) return node.operand
  if (ts.isPrefixUnaryExpression(node) && /^(?:\+\+|--)/.test(node.getText())) return node.operand
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null
  return CHANGES.test(node.expression.name.text) ? node.expression.expression : null
}

const rootOf = (one: ts.Expression): string =>
  ts.isPropertyAccessExpression(one) || ts.isElementAccessExpression(one) || ts.isNonNullExpression(one)
    ? rootOf(one.expression)
    : one.getText()
