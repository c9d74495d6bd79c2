export interface Count {
  readonly passed: number;
  readonly failed: number;
}
export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}
export declare function countReport(report: Report | null, exitCode: number): Count;
