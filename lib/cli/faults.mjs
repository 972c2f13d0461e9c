import { bootstrap } from './bootstrap.mjs'

await bootstrap('../../e2e/faults/long/run.ts')
