// What runs in the process of a function: it reads the event, calls the function, and writes what came of it in the shapes of AWS Lambda, where
// the function's own printing can't reach. Sources: Lambda Developer Guide, "Node.js function handler", "Python function handler", "errors".

/** The context that both languages give, as far as a function reads it on one's own machine. */
const contextFields = { functionVersion: '$LATEST', memoryLimitInMB: '128', awsRequestId: '00000000-0000-4000-8000-000000000000' };

/** Arguments: the file, the name in it, the folder. */
export const nodeProgram = `
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
const [file, name] = process.argv.slice(-3);
const tell = (answer) => {
  let text = Buffer.from(JSON.stringify(answer));
  while (text.length > 0) text = text.subarray(writeSync(3, text));
  process.exit(0);
};
const failed = (error) => {
  const isError = error instanceof Error;
  const errorType = isError ? error.name : typeof error;
  const errorMessage = isError ? error.message : String(error);
  tell({ errorType, error: { errorType, errorMessage, trace: isError ? String(error.stack ?? '').split('\\n') : [] } });
};
process.on('uncaughtException', failed);
process.on('unhandledRejection', failed);
let text = '';
for await (const chunk of process.stdin) text += chunk;
let found;
try {
  found = await import(pathToFileURL(file));
} catch (error) {
  tell({ mistake: 'the file can\\'t be read: ' + (error instanceof Error ? error.message : String(error)) });
}
const call = found[name] ?? found.default?.[name];
if (typeof call !== 'function') tell({ mistake: 'the file exports no function "' + name + '".' });
const context = { ...${JSON.stringify(contextFields)}, functionName: name, invokedFunctionArn: 'arn:aws:lambda:us-east-1:111111111111:function:' + name, getRemainingTimeInMillis: () => 30000, callbackWaitsForEmptyEventLoop: true };
try {
  const value = await (call.length < 3 ? call(JSON.parse(text), context) : new Promise((resolve, reject) => {
    const promised = call(JSON.parse(text), context, (error, result) => (error ? reject(error) : resolve(result)));
    promised?.then?.(resolve, reject);
  }));
  tell({ value: value === undefined ? null : value });
} catch (error) {
  failed(error);
}
`;

/** The same arguments. */
export const pythonProgram = `
import importlib.util, json, os, sys, traceback
file, name, folder = sys.argv[-3:]
event = json.load(sys.stdin)
def tell(answer):
    with os.fdopen(3, 'w') as out:
        json.dump(answer, out)
    sys.exit(0)
sys.path[:0] = [os.path.dirname(file), folder]
sys.dont_write_bytecode = True
try:
    spec = importlib.util.spec_from_file_location('function', file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
except BaseException as error:
    tell({'mistake': "the file can't be read: " + type(error).__name__ + ': ' + str(error)})
call = getattr(module, name, None)
if not callable(call):
    tell({'mistake': 'the file has no function "' + name + '".'})
class Context:
    function_name = name
    function_version = '$LATEST'
    memory_limit_in_mb = '128'
    aws_request_id = '00000000-0000-4000-8000-000000000000'
    invoked_function_arn = 'arn:aws:lambda:us-east-1:111111111111:function:' + name
    def get_remaining_time_in_millis(self):
        return 30000
try:
    value = call(event, Context())
    json.dumps(value)
except Exception as error:
    tell({'errorType': type(error).__name__, 'error': {'errorMessage': str(error), 'errorType': type(error).__name__, 'requestId': Context.aws_request_id, 'stackTrace': traceback.format_tb(error.__traceback__)}})
tell({'value': value})
`;
