/** JSON of this shape that is written out already, in pieces: what is too long to be held as objects, or was sealed as these very bytes. */
export class Written<Shape> {
  declare readonly shape: Shape
  constructor(readonly pieces: readonly Uint8Array[]) {}
}
