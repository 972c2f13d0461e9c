import { countWrongCode, forgetWrongCodes, refuseWhenTried } from '@/lib/auth/kode-limit'
import { spendKode } from '@/lib/auth/totp'
import { addJob } from '@/lib/data/jobs'
import { newUuid } from '@/lib/domain/id'

/**
 * Uses up a code of somebody's second factor. Whoever asks this holds the password already, so ten wrong ones in 15 minutes end it for a while, and
 * the account's owner is told by mail. Ids are plain UUIDs. @returns false when it does not fit, or was used before @throws Refusal `rate_limited`
 */
export async function checkKode(penggunaId: string, typed: string): Promise<boolean> {
  await refuseWhenTried(penggunaId)
  const fits = await spendKode(penggunaId, typed)
  if (fits) await forgetWrongCodes(penggunaId)
  else if (await countWrongCode(penggunaId)) await addJob(null, 'surat_kode_salah', { pengguna_id: penggunaId, surat_id: newUuid() })
  return fits
}
