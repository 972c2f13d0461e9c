import { ADMIN } from '@/lib/contract/endpoints/admin'
import { dayInWib } from '@/lib/domain/zona'
import { csvFile } from '@/lib/http/csv'
import { serve } from '@/lib/http/route'
import { exportAngkaDokter } from '@/lib/operations/meja-admin'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'GET /admin/dokter/angka/csv': async ({ actor }) => csvFile(`dokter-${dayInWib(new Date())}.csv`, await exportAngkaDokter(actor)),
})
