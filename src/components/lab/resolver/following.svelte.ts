/** Parts of a picture that follow a moving hand: one at a time, when the page has nothing better to do. */
export interface Following {
  /** Where each part is while the hand moves; undefined while it does not. */
  readonly places: readonly number[] | undefined;
  /** The hand has moved; before its first movement it was at `from`. */
  move(to: number, from: number): void;
  /** The hand rests: every part is there at once. */
  end(): void;
}

/** Less than is left of a frame in which much is drawn, more than drawing one part takes. */
const ROOM_MS = 9;
/** No eye asks for more drawings than one in so long. */
const PAUSE_MS = 50;
/** So long a part waits at most for a frame with room. */
const PATIENCE_MS = 100;

/** `count` parts that follow, in turn. */
export function createFollowing(count: number): Following {
  let places = $state.raw<readonly number[] | undefined>(undefined);
  let target = 0;
  let turn = 0;
  let drawnLast = 0;
  let isWaiting = false;

  function wait(): void {
    if (isWaiting) return;
    isWaiting = true;
    if ('requestIdleCallback' in window) requestIdleCallback(follow, { timeout: PATIENCE_MS });
    else setTimeout(follow, PATIENCE_MS); // Safari
  }

  function follow(idle?: IdleDeadline): void {
    isWaiting = false;
    if (!places || places.every((place) => place === target)) return;
    const since = performance.now() - drawnLast;
    const hasRoom = idle !== undefined && idle.timeRemaining() > ROOM_MS;
    if (since > PATIENCE_MS || (hasRoom && since > PAUSE_MS)) {
      places = places.with(turn, target);
      turn = (turn + 1) % count;
      drawnLast = performance.now();
    }
    wait();
  }

  return {
    get places() {
      return places;
    },
    move(to, from) {
      target = to;
      places ??= Array.from({ length: count }, () => from);
      wait();
    },
    end() {
      places = undefined;
    },
  };
}
