import { expect, test } from 'vitest'
import { pastedFiles } from './pasted'

const file = new File(['x'], 'rontgen.jpg')

test.each([
  ['a file that was copied in a folder', ['text/plain', 'Files'], 1],
  ['a picture that was copied in a browser', ['text/html', 'Files'], 1],
  ['a screenshot', ['Files'], 1],
  ['words of a document', ['text/plain', 'text/html', 'text/rtf', 'Files'], 0],
])('%s', (_, types, count) => expect(pastedFiles({ files: [file], types })).toHaveLength(count))
