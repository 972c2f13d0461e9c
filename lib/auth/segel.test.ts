import { expect, test } from 'vitest'
import { isSealedBy, jwkOf, makeKey, sealedForm, sealWith, thumbprint } from './segel'

test('the sealed form is that of RFC 8785, section 3.2', () => {
  const numbers = [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001]
  const string = '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/'
  expect(sealedForm({ numbers, string, literals: [null, true, false] }).toString()).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
  const names = { '\u20ac': 5, '\r': 1, '\ufb33': 7, '1': 2, '\ud83d\ude00': 6, '\u0080': 3, '\u00f6': 4 }
  expect(sealedForm(names).toString()).toBe('{"\\r":1,"1":2,"\u0080":3,"ö":4,"€":5,"😀":6,"\ufb33":7}')
})

test('a seal holds for what was sealed, whatever its status is, and for nothing else', () => {
  const key = makeKey()
  const what = { nomor: 'RSP/2026/000001', isi: { obat: ['a', 'b'] }, status: 'berlaku' }
  const sealed = { ...what, segel: sealWith(key, what) }
  expect(isSealedBy(jwkOf(key), sealed)).toBe(true)
  expect(isSealedBy(jwkOf(key), { ...sealed, status: 'diganti' })).toBe(true)
  expect(isSealedBy(jwkOf(key), JSON.parse(JSON.stringify(sealed)))).toBe(true)
  expect(isSealedBy(jwkOf(key), { ...sealed, isi: { obat: ['b', 'a'] } })).toBe(false)
  expect(isSealedBy(jwkOf(makeKey()), sealed)).toBe(false)
  expect(isSealedBy({ ...jwkOf(makeKey()), kid: key.kid }, sealed)).toBe(false)
})

test('a key is named by its thumbprint (RFC 8037, appendix A.3)', () =>
  expect(thumbprint('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'))
