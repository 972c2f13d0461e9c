import { bootstrap } from './bootstrap.mjs'

await bootstrap('./mail-test.ts')
