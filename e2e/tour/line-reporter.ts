import type { FullResult, Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter';

/** Prints the tour's steps as they end, and where the pictures are. */
class LineReporter implements Reporter {
  onStepEnd(_test: TestCase, _result: TestResult, step: TestStep): void {
    if (step.category !== 'test.step' || step.parent?.category === 'test.step') return;
    const mark = step.error === undefined ? 'done  ' : 'FAILED';
    process.stdout.write(`${mark}  ${step.title} (${(step.duration / 1000).toFixed(1)} s)\n`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    for (const error of result.errors) process.stderr.write(`\n${test.title}: ${error.message ?? String(error.value)}\n`);
    for (const note of test.annotations) if (note.type === 'pictures') process.stdout.write(`\nPictures: ${note.description ?? ''}\n`);
  }

  onEnd(result: FullResult): void {
    process.stdout.write(result.status === 'passed' ? 'The tour worked from end to end.\n' : `The tour did not finish: ${result.status}.\n`);
  }

  printsToStdio(): boolean {
    return true;
  }
}

// Playwright loads reporters by their default export.
export default LineReporter;
