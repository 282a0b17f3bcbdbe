import { get, getItems } from '../../syntax/navigate';
import type { ObjectNode, TreeNode } from '../../syntax/tree';
import { fileRead, MODULE_FOLDER } from '../locate/template/terraformFile';
import type { Resource, Template } from '../template';
import type { Target } from './facts';

/** The function in a file that a resource runs, as far as the template says where its code comes from. */
export function handlerFile(
  resource: Resource,
  template: Template,
): { readonly to: Target; readonly written: TreeNode } | undefined {
  const { properties } = resource;
  const written = template.property(resource, 'Handler');
  const handler = template.literal(written);
  const dot = handler?.lastIndexOf('.') ?? -1;
  // What is written in the template itself is no file.
  if (!written || !handler || dot < 0 || get(get(properties, 'Code'), 'ZipFile')) return undefined;
  const module = handler.slice(0, dot);
  const archive = archiveOf(properties, template);
  const path = archive ? fileInArchive(archive, module, template) : fileInFolder(resource, module, template);
  return path === undefined ? undefined : { to: { by: 'path', path, id: handler.slice(dot + 1) }, written };
}

function fileInFolder(resource: Resource, module: string, template: Template): string {
  const folder =
    template.literal(template.property(resource, 'CodeUri')) ??
    template.literal(get(resource.properties, 'Code')) ??
    '';
  const local = /^(?:s3:|https:)|\$\{/.test(folder) ? '**' : folder.replace(/\/$/, '');
  return `${[local, module].filter(Boolean).join('/')}.*`;
}

/** The `archive_file` that makes the package of a function, named by its path, its hash, or the object in S3 that it is put in. */
function archiveOf(properties: ObjectNode, template: Template): ObjectNode | undefined {
  const key = template.reference(get(get(properties, 'Code'), 'S3Key'))?.resource;
  const object = template.byId.get(key ?? '')?.properties;
  return [
    get(properties, 'Filename'),
    get(properties, 'SourceCodeHash'),
    get(object, 'Source'),
    get(object, 'SourceHash'),
  ].find((node) => node?.kind === 'object');
}

/** Where the file lies that has a name in the archive: at its top, or in a folder that is packed as it is. */
function fileInArchive(archive: ObjectNode, module: string, template: Template): string | undefined {
  const local = (node: TreeNode | undefined): string | undefined =>
    template.literal(node)?.replace(MODULE_FOLDER, '');
  const isModule = (path: string): boolean => path.replace(/^.*\/|\.\w+$/g, '') === module;
  const folder = local(get(archive, 'SourceDir'));
  if (folder !== undefined) return `${folder.replace(/\/$/, '')}/${module}.*`;
  const file = local(get(archive, 'SourceFile'));
  if (file !== undefined) return isModule(file) ? file : undefined;
  const source = getItems(archive, 'Source').find((item) =>
    isModule(template.literal(get(item, 'Filename')) ?? ''),
  );
  const content = get(source, 'Content');
  return content && fileRead(content, template)?.path;
}
