/** For how long the hand must pause: a hand that drags moves with every frame, one that waits has done so. */
const PAUSE_MS = 100;

/** Work that waits for the hand to pause. */
export interface WhenPaused {
  /** The hand moved: what has not been done yet waits for the next pause. */
  readonly moved: () => void;
  readonly stop: () => void;
}

/** Does `drawings` when the hand pauses, one a frame: no frame carries two, and none besides a movement. */
export function oneAFrame(drawings: readonly (() => void)[]): WhenPaused {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const draw = ([drawing, ...others]: readonly (() => void)[]): void => {
    if (!drawing) return;
    frame = requestAnimationFrame(() => {
      drawing();
      draw(others);
    });
  };
  const stop = (): void => {
    clearTimeout(pause);
    cancelAnimationFrame(frame);
  };
  const moved = (): void => {
    stop();
    pause = setTimeout(() => draw(drawings), PAUSE_MS);
  };
  return { moved, stop };
}
