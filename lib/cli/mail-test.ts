import { withInstallation } from './installation'
import { StartError } from './start-error.mjs'

/** Sends one letter, so that an operator sees whether letters arrive before a patient needs one. */
export async function main([to]: string[]): Promise<void> {
  if (!to?.includes('@')) throw new StartError('How it is called: npm run mail-test -- EMAIL')
  await withInstallation(async ({ SMTP_URL }, dataDir) => {
    const { sendMail } = await import('@/lib/jobs/mail')
    const letter = { to, subject: 'Uji surat Sapa', text: 'Surat ini menunjukkan bahwa surat dari Sapa sampai.\n', id: `uji-${Date.now()}` }
    await sendMail(letter).catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
      throw new StartError(`The mail server of SMTP_URL did not take it${code}.`)
    })
    process.stdout.write(
      SMTP_URL ? `The mail server took the letter to ${to}.\n` : `SMTP_URL is not set: the letter is a file in ${dataDir}/mail.\n`,
    )
  })
}
