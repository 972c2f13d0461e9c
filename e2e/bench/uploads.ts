import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { heavyPhoto } from '@/e2e/berkas/gambar'
import { Client } from '@/e2e/client'
import { memoryOf } from '@/e2e/proc'
import { formOf } from '@/e2e/unggah'
import type { Target } from './load'

/** What ten photos of ten megabytes, uploaded side by side, need. Memory in MB. */
export interface Uploads {
  readonly count: number
  readonly photoMb: number
  /** Before: the web server alone, since nothing is being read. */
  readonly idleMb: number
  /** The most of these together, while the photos come in and are read. */
  readonly peakMb: number
  /** The same of the web server alone. */
  readonly serverPeakMb: number
  readonly seconds: number
}

const COUNT = 10
const BYTES = 11_500_000
const MB = 1_048_576

export async function measureUploads(url: string, webPid: number, { konsultasiId, token }: Target): Promise<Uploads> {
  const photo = await heavyPhoto(BYTES)
  const api = new Client(url).bearing(token)
  const one = async () => {
    const { status, text } = await api.ask('POST', '/lampiran', { raw: formOf(konsultasiId, { bytes: photo, nama: 'foto.jpg' }) })
    if (status !== 201) throw new Error(`an upload was answered ${status}: ${text.slice(0, 300)}`)
  }
  const idle = memoryOf(webPid)
  let [peak, serverPeak, isDone] = [idle, idle, false]
  const watch = (async () => {
    for (; !isDone; await delay(25)) {
      serverPeak = Math.max(serverPeak, memoryOf(webPid))
      peak = Math.max(peak, memoryOf(webPid) + childrenOf(webPid).reduce((sum, pid) => sum + memoryOf(pid), 0))
    }
  })()
  const started = performance.now()
  await Promise.all(Array.from({ length: COUNT }, one)).finally(() => {
    isDone = true
  })
  const seconds = (performance.now() - started) / 1000
  await watch
  return {
    count: COUNT,
    photoMb: photo.length / MB,
    idleMb: idle / MB,
    peakMb: peak / MB,
    serverPeakMb: serverPeak / MB,
    seconds,
  }
}

const childrenOf = (pid: number): number[] => readProc(`${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)

function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8').trim()
  } catch {
    return ''
  }
}
