import type { Endpoint } from './endpoint'
import { ADMIN } from './endpoints/admin'
import { AKUN } from './endpoints/akun'
import { AKUN_SENDIRI } from './endpoints/akun-sendiri'
import { KABAR } from './endpoints/kabar'
import { KONSULTASI } from './endpoints/konsultasi'
import { LAMPIRAN } from './endpoints/lampiran'
import { OPERASI } from './endpoints/operasi'
import { PESAN } from './endpoints/pesan'

/** Every call of the API. A route that is not here, or here and not on disk, fails a test. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...AKUN,
  ...AKUN_SENDIRI,
  ...KONSULTASI,
  ...PESAN,
  ...LAMPIRAN,
  ...KABAR,
  ...OPERASI,
  ...ADMIN,
]
