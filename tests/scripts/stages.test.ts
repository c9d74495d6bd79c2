import { expect, test } from 'vitest';
import { countReport } from '../../scripts/lib/stages.mjs';

const file = (status: string, ...results: string[]) => ({
  status,
  assertionResults: results.map((result) => ({ status: result })),
});

test('adds up what a report says', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')],
  };
  expect(countReport(report, 1)).toEqual({ passed: 3, failed: 1 });
});

test('a file that could not be loaded is a failure beside the failed tests', () => {
  const report = {
    numPassedTests: 2,
    numFailedTests: 0,
    testResults: [file('passed', 'passed'), file('failed')],
  };
  expect(countReport(report, 1)).toEqual({ passed: 2, failed: 1 });
});

test('a run without a report, without a test, or with an unexplained exit code is a failure', () => {
  expect(countReport(null, 0)).toEqual({ passed: 0, failed: 1 });
  expect(countReport({ numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0)).toEqual({
    passed: 0,
    failed: 1,
  });
  const fine = { numPassedTests: 1, numFailedTests: 0, testResults: [file('passed', 'passed')] };
  expect(countReport(fine, 0)).toEqual({ passed: 1, failed: 0 });
  expect(countReport(fine, 1)).toEqual({ passed: 1, failed: 1 });
});
