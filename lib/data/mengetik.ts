import { MENGETIK_MS } from '@/lib/domain/pesan'
import { query, statement } from './sql'

const MARK_TYPING = statement({
  name: 'mark_typing',
  text: `
    INSERT INTO mengetik (konsultasi_id, pengguna_id, sampai) VALUES ($1, $2, now() + make_interval(secs => ${MENGETIK_MS / 1000}))
    ON CONFLICT (konsultasi_id, pengguna_id) DO UPDATE SET sampai = EXCLUDED.sampai`,
  row: {},
})

/** Remembers for some seconds that this person is typing. */
export const markTyping = (konsultasiId: string, penggunaId: string) => query(MARK_TYPING, [konsultasiId, penggunaId])
