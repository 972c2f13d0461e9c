import { randomBytes } from 'node:crypto'
import { isCommonPassword } from '@/lib/auth/common-passwords'
import { Refusal } from '@/lib/domain/refusal'
import { withInstallation } from './installation'
import { StartError } from './start-error.mjs'

const USAGE = `npm run admin -- make EMAIL [NAME]
  makes another admin.
npm run admin -- rescue EMAIL
  lets an admin in again: a new password, no second factor, no session of before.
The password is ADMIN_PASSWORD, else one that is made and shown once.`

/** What an operator does about admins where nobody can sign in, or nobody is left to. */
export async function main([verb, email, ...name]: string[]): Promise<void> {
  if ((verb !== 'make' && verb !== 'rescue') || !email?.includes('@')) throw new StartError(`How it is called:\n${USAGE}`)
  const given = process.env.ADMIN_PASSWORD
  delete process.env.ADMIN_PASSWORD
  delete process.env.ADMIN_EMAIL
  if (given !== undefined && (given.length < 10 || isCommonPassword(given)))
    throw new StartError('ADMIN_PASSWORD is too short, or one that is guessed first.')
  const password = given ?? randomBytes(15).toString('base64url')
  await withInstallation(async () => {
    const { makeAdmin, rescueAdmin } = await import('@/lib/operations/ensure-admin')
    await (verb === 'make' ? makeAdmin(email, password, name.join(' ') || undefined) : rescueAdmin(email, password)).catch(
      (error: unknown) => {
        throw error instanceof Refusal ? new StartError(WHY[error.code] ?? error.code) : error
      },
    )
  })
  process.stdout.write(given ? 'Done.\n' : `Password: ${password}\n`)
}

const WHY: Readonly<Record<string, string>> = {
  email_taken: 'Somebody has an account with that address already.',
  not_found: 'No admin has that address.',
}
