'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { newClientId } from '@/lib/client/device/client-id'
import type { Berkas } from '@/lib/client/lampiran/berkas'
import { prepareBerkas } from '@/lib/client/lampiran/prepare/prepare'
import { BerkasProblem } from '@/lib/client/lampiran/problem'
import { LAMPIRAN_SEKALIGUS } from '@/lib/domain/lampiran'

/** A file that was chosen and not sent yet. */
export interface TrayItem {
  readonly id: string
  readonly nama: string
  readonly ukuran: number
  /** null while it is being made ready, and when it cannot be sent. */
  readonly berkas: Berkas | null
  readonly problem: BerkasProblem | null
  /** What is said about it alone. */
  readonly keterangan: string
}

/** What is ready to be sent, with its words. */
export type Ready = { readonly berkas: Berkas; readonly keterangan: string }

export interface TrayState {
  readonly items: readonly TrayItem[]
  /** What was chosen last beyond what can go at once, by its name. */
  readonly leftOut: readonly string[]
  readonly ready: number
  readonly isPreparing: boolean
  add(files: Iterable<File>): void
  /** Puts in what was made ready before. */
  put(berkas: Berkas): void
  setKeterangan(id: string, keterangan: string): void
  remove(id: string): void
  /** Lets go of everything. */
  clear(): void
  forgetLeftOut(): void
  /** Empties it of what is ready, to be sent. */
  take(): readonly Ready[]
}

/** What was chosen for this one conversation: it lives and goes with it, shown or only kept, so that nothing chosen here can be sent elsewhere. */
export function useTray(): TrayState {
  const [items, setItems] = useState<readonly TrayItem[]>([])
  const [leftOut, setLeftOut] = useState<readonly string[]>(NONE)
  const latest = useRef(items)
  const change = useCallback((next: (items: readonly TrayItem[]) => readonly TrayItem[]) => {
    latest.current = next(latest.current)
    setItems(latest.current)
  }, [])
  const line = useRef<Promise<void>>(Promise.resolve())
  const isOpen = useRef(true)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])

  const add = useCallback(
    (files: Iterable<File>) => {
      const chosen = [...files]
      const room = LAMPIRAN_SEKALIGUS - latest.current.filter(({ problem }) => !problem).length
      setLeftOut(chosen.slice(room).map(({ name }) => name))
      for (const file of chosen.slice(0, room)) {
        const item = { id: newClientId(), nama: file.name, ukuran: file.size, berkas: null, problem: null, keterangan: '' }
        change((known) => [...known, item])
        // One after the other: a phone has no memory for ten open photos.
        line.current = line.current.then(async () => {
          if (!isOpen.current || !latest.current.some(({ id }) => id === item.id)) return
          const result = await settle(file)
          change((known) => known.map((one) => (one.id === item.id ? { ...one, ...result } : one)))
        })
      }
    },
    [change],
  )
  const put = useCallback(
    (berkas: Berkas) =>
      change((known) => [...known, { id: newClientId(), nama: berkas.nama, ukuran: berkas.ukuran, berkas, problem: null, keterangan: '' }]),
    [change],
  )
  const clear = useCallback(() => {
    setLeftOut(NONE)
    change(() => [])
  }, [change])
  const setKeterangan = useCallback(
    (id: string, keterangan: string) => change((known) => known.map((one) => (one.id === id ? { ...one, keterangan } : one))),
    [change],
  )
  const remove = useCallback((id: string) => change((known) => known.filter((item) => item.id !== id)), [change])
  const forgetLeftOut = useCallback(() => setLeftOut(NONE), [])
  const take = useCallback(() => {
    setLeftOut(NONE)
    const taken = latest.current.flatMap(({ berkas, keterangan }) => (berkas ? { berkas, keterangan: keterangan.trim() } : []))
    change((known) => known.filter(({ berkas }) => !berkas))
    return taken
  }, [change])

  return {
    items,
    leftOut,
    ready: items.filter(({ berkas }) => berkas).length,
    isPreparing: items.some(({ berkas, problem }) => !berkas && !problem),
    add,
    put,
    setKeterangan,
    remove,
    clear,
    forgetLeftOut,
    take,
  }
}

const NONE: readonly string[] = []

async function settle(file: File): Promise<Partial<TrayItem>> {
  try {
    const berkas = await prepareBerkas(file)
    return { berkas, nama: berkas.nama, ukuran: berkas.ukuran }
  } catch (error) {
    return { problem: error instanceof BerkasProblem ? error : new BerkasProblem('rusak') }
  }
}
