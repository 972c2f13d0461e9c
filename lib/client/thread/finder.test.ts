import { afterEach, expect, test, vi } from 'vitest'
import { createFinder } from './finder'

afterEach(() => vi.unstubAllGlobals())

const hit = (urutan: number) => ({ pesan: { urutan }, cuplikan: `kata ${urutan}` })

/** A finder whose server answers each question when it is told to, and whose page has been led to these places. */
function finding() {
  const asked: {
    readonly query: URLSearchParams
    answer: (urutan: number[], next_cursor?: string) => Promise<void>
    fail: () => Promise<void>
  }[] = []
  const led: number[] = []
  const gone = new Set<number>()
  const settle = () => new Promise<void>((done) => setTimeout(done))
  vi.stubGlobal(
    'fetch',
    (path: string) =>
      new Promise<Response>((arrive, lose) => {
        asked.push({
          query: new URL(path, 'http://klinik.test').searchParams,
          answer: (urutan, next_cursor) => {
            const body = {
              success: true,
              message: '',
              data: urutan.map(hit),
              pagination: { per_page: 100, next_cursor: next_cursor ?? null },
            }
            arrive(Response.json(body))
            return settle()
          },
          fail: () => {
            lose(new TypeError('Failed to fetch'))
            return settle()
          },
        })
      }),
  )
  let canGo = true
  const goTo = async (urutan: number) => {
    if (canGo) led.push(urutan)
    return canGo
  }
  const finder = createFinder({ konsultasiId: 'konsultasi_1', goTo, isGone: (urutan) => gone.has(urutan) })
  return { finder, asked, led, gone, setReachable: (reachable: boolean) => (canGo = reachable) }
}

test('leads to the newest, then from one to the next older, and round again', async () => {
  const { finder, asked, led } = finding()
  void finder.look(' obat ')
  expect(asked[0]?.query.get('q')).toBe('obat')
  expect(asked[0]?.query.get('konsultasi_id')).toBe('konsultasi_1')
  await asked[0]?.answer([9, 5, 2])
  for (let n = 0; n < 3; n++) await finder.step('older')
  await finder.step('newer')
  expect(led).toEqual([9, 5, 2, 9, 2])
  expect(finder.snapshot()).toMatchObject({ q: 'obat', at: 2, busy: false, trouble: null })
})

test('asks for more of them at the end of those that it knows, and goes round only when it knows all', async () => {
  const { finder, asked, led } = finding()
  void finder.look('obat')
  await asked[0]?.answer([9], 'lanjut')
  await finder.step('newer')
  expect(led).toEqual([9])
  const stepped = finder.step('older')
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  expect(asked[1]?.query.get('cursor')).toBe('lanjut')
  await asked[1]?.answer([4])
  await stepped
  await finder.step('older')
  expect(led).toEqual([9, 4, 9])
})

test('only what was asked last leads anywhere, in whichever order answers come', async () => {
  const { finder, asked, led } = finding()
  void finder.look('ob')
  void finder.look('obat')
  await asked[1]?.answer([3])
  await asked[0]?.answer([8])
  expect(led).toEqual([3])
  expect(finder.snapshot()).toMatchObject({ q: 'obat', at: 3 })
  void finder.look('obat')
  expect(asked).toHaveLength(2)
})

test('nothing to look for asks nothing, and forgets what was found', async () => {
  const { finder, asked } = finding()
  await finder.look('  ')
  expect(asked).toHaveLength(0)
  void finder.look('obat')
  await asked[0]?.answer([3])
  await finder.look('')
  expect(finder.snapshot()).toMatchObject({ q: '', hits: [], at: null })
})

test('what is deleted meanwhile is passed over', async () => {
  const { finder, asked, led, gone } = finding()
  void finder.look('obat')
  await asked[0]?.answer([9, 5, 2])
  gone.add(9).add(5)
  await finder.step('older')
  await finder.step('newer')
  expect(led).toEqual([9, 2, 2])
})

test('a question or a step that fails says why, and is asked again', async () => {
  const { finder, asked, led, setReachable } = finding()
  void finder.look('obat')
  await asked[0]?.fail()
  expect(finder.snapshot().trouble).not.toBeNull()
  void finder.look('obat')
  await asked[1]?.answer([9, 5])
  expect(finder.snapshot()).toMatchObject({ at: 9, trouble: null })
  setReachable(false)
  await finder.step('older')
  expect(finder.snapshot()).toMatchObject({ at: 9 })
  expect(finder.snapshot().trouble).not.toBeNull()
  setReachable(true)
  await finder.step('older')
  expect(led).toEqual([9, 5])
  expect(finder.snapshot()).toMatchObject({ at: 5, trouble: null })
})

test('a step on its way for words that nobody asks for any more changes nothing, whether it is answered or fails', async () => {
  for (const end of ['answer', 'fail'] as const) {
    const { finder, asked, led } = finding()
    void finder.look('obat')
    await asked[0]?.answer([9], 'lanjut')
    const stepped = finder.step('older')
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    void finder.look('batuk')
    await (end === 'answer' ? asked[1]?.answer([4]) : asked[1]?.fail())
    await stepped
    expect(finder.snapshot()).toMatchObject({ q: 'batuk', busy: true, trouble: null })
    await asked[2]?.answer([7])
    expect(led).toEqual([9, 7])
    expect(finder.snapshot()).toMatchObject({ at: 7, hits: [{ pesan: { urutan: 7 } }], trouble: null })
  }
})
