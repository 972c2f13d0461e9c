import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { type DeclaredAnswer, type Endpoint, methodOf, pathOf, refusalsOf } from '@/lib/contract/endpoint'
import { ENDPOINTS } from '@/lib/contract/endpoints/calls'
import { ErrorView } from '@/lib/contract/envelope'
import { REFUSALS } from '@/lib/domain/refusal'

interface Answered {
  readonly status: number
  /** What is no JSON, or nothing, is undefined. */
  readonly body: unknown
}

const DECLARED = Object.entries<Endpoint>(ENDPOINTS).map(([call, endpoint]) => ({
  call,
  endpoint,
  path: new RegExp(`^/api/v1${pathOf(call).replace(/\{\w+\}/, '([^/]*)')}$`),
}))

/** Of two calls that differ by the noun of their id, the one that is meant. */
function declaredOf(method: string, path: string) {
  const calls = DECLARED.filter((one) => methodOf(one.call) === (method === 'HEAD' ? 'GET' : method) && one.path.test(path))
  return calls.find(({ endpoint }) => path.includes(`/${endpoint.of}_`)) ?? calls[0]
}

/**
 * What is wrong with an answer by what its call declares, in words; empty when it fits, and where nothing is declared (a path or a method
 * that is not there). A refusal must be named; a success has its status, and its parts have their shapes, with no field beside them.
 */
export function undeclaredIn(method: string, path: string, { status, body }: Answered): string[] {
  const declared = declaredOf(method, path.replace(/\?.*/, ''))
  if (!declared) return []
  const { call, endpoint } = declared
  const problem = status < 400 || status === 416 ? successProblem(endpoint, status, body) : refusalProblem(call, endpoint, status, body)
  return problem ? [`${call} answers ${status}: ${problem}`] : []
}

function refusalProblem(call: string, endpoint: Endpoint, status: number, body: unknown): string | null {
  const codes = refusalsOf(call, endpoint)
  if (body === undefined) return codes.some((code) => REFUSALS[code].status === status) ? null : 'a status that none of its refusals has'
  const error = ErrorView.safeParse(body)
  if (!error.success) return z.prettifyError(error.error)
  const { code } = error.data
  if (REFUSALS[code].status !== status) return `${code} has another status`
  return codes.includes(code) ? null : `it does not name ${code}`
}

function successProblem({ answers }: Endpoint, status: number, body: unknown): string | null {
  const possible = answers.filter((answer) => answer.status === status)
  if (possible.length === 0) return 'not declared'
  const problems = possible.map((answer) => shapeProblem(answer, body))
  return problems.includes(null) ? null : problems.join('; ')
}

function shapeProblem({ data, meta, pagination, bare, bytes }: DeclaredAnswer, body: unknown): string | null {
  if (body === undefined || bytes) return null
  if (bare) return misfit(bare, body)
  const envelope = { success: z.literal(true), message: z.string(), data: data ?? z.null() }
  return misfit(z.strictObject({ ...envelope, ...(meta && { meta }), ...(pagination && { pagination }) }), body)
}

/** A schema takes out what it does not name, so that what is left tells whether something was too much. */
function misfit(schema: z.ZodType, value: unknown): string | null {
  const read = schema.safeParse(value)
  if (!read.success) return z.prettifyError(read.error)
  return isDeepStrictEqual(read.data, value) ? null : 'there are fields that it does not name'
}
