import { outwardFunctions, type CodeFile } from '../code';
import type { Located } from '../locate/located';
import { gapsOf } from '../gaps';
import { workInScript } from '../resources/glueWork';
import { dagLinks, dagTimes } from './dagFacts';
import { codeMakes } from './codeEvents';
import { eventFacts } from './eventFacts';
import type { FileFacts, Link, Part } from './facts';
import { machineLinks, namedStates } from './machineFacts';
import { scheduleFacts } from './scheduleFacts';
import { templateFacts } from './templateFacts';

/** What a file says about who starts, calls and runs whom; `undefined` for a file that says nothing. */
export function fileFacts(path: string, located: Located, code?: CodeFile): FileFacts | undefined {
  const parts: Part[] = [];
  const links: Link[] = [];
  if (located.template) {
    const found = templateFacts(located.template, located);
    parts.push(...found.parts);
    links.push(...found.links);
  } else {
    for (const machine of located.stateMachines) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const gaps = gapsOf(machine).map((gap) => ({ name: gap.name, span: gap.span }));
      const { root } = machine;
      const states = namedStates(machine);
      // Without a template, the file's name is all that tells what its machine is called.
      const aliases = [name.replace(/(?:\.asl)?\.\w+$/, '')];
      parts.push({ id: '', kind: 'stateMachine', name, span: root.span, aliases, states, gaps });
      links.push(...machineLinks('', machine));
    }
  }
  if (code) parts.push(...codeParts(path, code, located));
  if (located.dagFile) links.push(...dagLinks(located.dagFile));
  const schedules = scheduleFacts(located);
  if (parts.length + schedules.length === 0) return undefined;
  const events = eventFacts(located);
  const makes = code ? codeMakes(code) : [];
  return { path, parts, links, schedules, events: { ...events, makes: [...events.makes, ...makes] } };
}

function codeParts(path: string, code: CodeFile, { dagFile }: Located): Part[] {
  const { handlers, awsCalls, role, program } = code;
  const calls = awsCalls.map(({ service, action }) => `${service}:${action}`);
  const file = path.slice(path.lastIndexOf('/') + 1);
  const outward = program.language === 'python' && role !== 'lambdaHandler' ? outwardFunctions(code) : {};
  const whole = {
    ...{ name: file, span: program.body.span, aliases: [], calls },
    ...(Object.keys(outward).length > 0 && { outward }),
  };
  if (role === 'glueScript' || role === 'script')
    return [{ id: '', kind: 'script', ...whole, foreignWork: workInScript(code)?.does }];
  if (role === 'airflowDag') return [{ id: '', kind: 'dag', ...whole, ...(dagFile && dagTimes(dagFile)) }];
  return handlers.map(({ unit, name }) => ({
    id: name,
    kind: 'handler' as const,
    name: `${file} ${name}`,
    span: unit.nameSpan,
    aliases: [],
    calls,
  }));
}
