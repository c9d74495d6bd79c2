import { describe, expect, test } from 'vitest';
import { PROBE, summarise, type TraceEvent } from './trace';

const URL = 'http://127.0.0.1:1/page';

/** An event on the renderer's main thread; times in microseconds of the thread's clock. */
function event(name: string, tts: number, tdur: number, url?: string): TraceEvent {
  return {
    name,
    ph: 'X',
    pid: 7,
    tid: 1,
    tts,
    tdur,
    ...(url === undefined ? {} : { args: { data: { url } } }),
  };
}

const FRAME: readonly TraceEvent[] = [
  {
    name: 'TracingStartedInBrowser',
    ph: 'I',
    pid: 1,
    tid: 1,
    args: { data: { frames: [{ url: URL, processId: 7 }] } },
  },
  { name: 'thread_name', ph: 'M', pid: 7, tid: 1, args: { name: 'CrRendererMain' } },
];

describe('a trace of the main thread', () => {
  test('gives each moment to the innermost phase', () => {
    const work = summarise(
      [
        ...FRAME,
        event('RunTask', 0, 10_000),
        event('FunctionCall', 1_000, 8_000),
        event('Layout', 2_000, 3_000),
        event('UpdateLayoutTree', 5_000, 1_000),
        event('Paint', 9_500, 500),
      ],
      URL,
    );
    expect(work).toMatchObject({
      scriptMs: 4,
      layoutMs: 3,
      styleMs: 1,
      paintMs: 0.5,
      longestTaskMs: 10,
      longestScriptMs: 4,
    });
  });

  test('counts what microtasks and compilation take inside a call once', () => {
    const work = summarise(
      [
        ...FRAME,
        event('RunTask', 0, 5_000),
        event('EvaluateScript', 0, 4_000),
        event('v8.compile', 500, 1_000),
        event('RunMicrotasks', 3_000, 1_000),
      ],
      URL,
    );
    expect(work.scriptMs).toBe(4);
  });

  test('tells the task with the most script from the longest task', () => {
    const work = summarise(
      [
        ...FRAME,
        event('RunTask', 0, 2_000),
        event('FunctionCall', 0, 2_000),
        event('RunTask', 3_000, 9_000),
        event('Layout', 3_000, 8_000),
        event('RunTask', 20_000, 4_000),
        event('FunctionCall', 20_000, 1_500),
        event('FunctionCall', 22_000, 1_500),
      ],
      URL,
    );
    expect(work).toMatchObject({ longestTaskMs: 9, longestScriptMs: 3 });
  });

  test('leaves out the probe, other threads and other processes', () => {
    const work = summarise(
      [
        ...FRAME,
        event('FunctionCall', 0, 4_000, `${PROBE}.js`),
        event('RunMicrotasks', 1_000, 1_000),
        { ...event('FunctionCall', 5_000, 4_000), tid: 2 },
        { ...event('FunctionCall', 5_000, 4_000), pid: 8 },
      ],
      URL,
    );
    expect(work.scriptMs).toBe(0);
  });

  test('lists the callbacks of an extension in animation frames', () => {
    const work = summarise(
      [
        ...FRAME,
        event('FireAnimationFrame', 0, 500),
        event('FunctionCall', 100, 300, 'chrome-extension://abc/content-scripts/content.js'),
        event('FireAnimationFrame', 1_000, 500),
        event('FunctionCall', 1_100, 300, URL),
        event('FunctionCall', 3_000, 300, 'chrome-extension://abc/content-scripts/content.js'),
      ],
      URL,
    );
    expect(work.extensionFramesMs).toEqual([0.3]);
  });

  test('follows the page to the process that it was committed to', () => {
    const committed = (processId: number): TraceEvent => ({
      name: 'FrameCommittedInBrowser',
      ph: 'I',
      pid: 1,
      tid: 1,
      args: { data: { url: URL, processId } },
    });
    const work = summarise(
      [committed(3), ...FRAME.slice(1), committed(7), event('FunctionCall', 0, 2_000)],
      URL,
    );
    expect(work.scriptMs).toBe(2);
    expect(() => summarise([], URL)).toThrow(/no renderer/);
  });
});
