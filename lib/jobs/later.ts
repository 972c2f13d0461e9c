import { query, type Transaction } from '@/lib/data/sql'
import { env } from '@/lib/env'

/** The names of what is done later; `worker.ts` knows how. */
export const JOBS = { expireKonsultasi: 'expire_konsultasi', sweepSesi: 'sweep_sesi' } as const

const ADD_JOB = { name: 'add_job', text: 'SELECT graphile_worker.add_job($1, $2::json, run_at => now() + make_interval(secs => $3))' }

/** Looks for unanswered konsultasi when this one's time is over. Written in the transaction that books it: neither is there without the other. */
export const expireLater = (tx: Transaction) => query(ADD_JOB, [JOBS.expireKonsultasi, '{}', env().konsultasiExpiresHours * 3600], tx)
