import { beforeEach, describe, expect, test } from 'vitest'
import { createDraftKeeper, type DraftKeeper } from './draft-keeper'

let stored = ''
const place = {
  read: () => stored,
  write: (text: string) => {
    stored = text
  },
}

/** A tab with a textbox. */
function tab(typed = '') {
  const keeper: DraftKeeper = createDraftKeeper(place)
  const box = { value: keeper.begin(typed) }
  return {
    box,
    type: (text: string) => {
      box.value = text
    },
    leave: () => keeper.keep(box.value),
    comeBack: () => {
      box.value = keeper.begin(box.value)
    },
    hear: () => {
      box.value = keeper.adopt(box.value) ?? box.value
    },
    send: (added: Promise<unknown>) => {
      const text = box.value
      box.value = ''
      keeper.keepUntil(text, added, () => box.value)
    },
  }
}

describe('a draft that two tabs have open', () => {
  beforeEach(() => {
    stored = ''
  })

  test('is not wiped by the one in which nothing was typed', () => {
    const [a, b] = [tab(), tab()]
    a.type('Masih demam')
    a.leave()
    b.leave()
    expect(stored).toBe('Masih demam')
  })

  test('is in both, and goes from both when one has sent it', async () => {
    const [a, b] = [tab(), tab()]
    a.type('Masih demam')
    a.leave()
    b.hear()
    expect(b.box.value).toBe('Masih demam')
    const added = Promise.resolve()
    a.send(added)
    await added
    b.hear()
    b.leave()
    expect([b.box.value, stored]).toEqual(['', ''])
  })

  test('what is being typed in one is not replaced by what the other wrote', () => {
    const [a, b] = [tab(), tab()]
    b.type('Dok, saya')
    a.type('Masih demam')
    a.leave()
    b.hear()
    expect(b.box.value).toBe('Dok, saya')
    b.leave()
    a.hear()
    expect([a.box.value, stored]).toEqual(['Dok, saya', 'Dok, saya'])
  })

  test('is as it was after a reload, but for what was typed before the page woke up', () => {
    stored = 'Masih demam'
    expect(tab().box.value).toBe('Masih demam')
    expect(tab('Baru').box.value).toBe('Baru')
  })

  test('whoever leaves a conversation and comes back has not got again what is on its way', async () => {
    const a = tab('Hasil laboratorium')
    const added = Promise.resolve()
    a.send(added)
    a.leave()
    a.comeBack()
    expect(a.box.value).toBe('')
    await added
    expect(stored).toBe('')
  })

  test('has what is on its way until it is kept', async () => {
    const a = tab('Hasil laboratorium')
    let kept = () => {}
    const added = new Promise<void>((done) => {
      kept = done
    })
    a.send(added)
    a.type('Dan ini')
    a.leave()
    expect(stored).toBe('Hasil laboratorium\nDan ini')
    kept()
    await added
    expect(stored).toBe('Dan ini')
  })
})
